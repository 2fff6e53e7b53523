"""What every drawing shares: z-buffer, shading, contours, Bezier fitting, SVG text."""
