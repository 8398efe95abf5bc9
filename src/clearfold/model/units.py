"""Units of length, as PDF and CSS have them."""

MM = 72 / 25.4  # points in a millimetre
PX = 25.4 / 96  # millimetres in a pixel of CSS
