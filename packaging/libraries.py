"""The system libraries Qt meets on Linux, and which of them this machine lacks.

Run as a script, prints one line for each missing library: what needs it, its soname, and the
Debian and Ubuntu packages that bring it, newest name first. Standard library only: it runs before
anything is installed.
"""

import ctypes
from collections.abc import Callable, Iterator

# "always": Marbre does not start without it. "window": a window on X11 or Wayland.
# "preview": Qt WebEngine. "print": printing and PDF.
LIBRARIES = """
always  libglib-2.0.so.0          libglib2.0-0t64 libglib2.0-0
always  libGL.so.1                libgl1
always  libEGL.so.1               libegl1
always  libdbus-1.so.3            libdbus-1-3
always  libfontconfig.so.1        libfontconfig1
always  libfreetype.so.6          libfreetype6
always  libxkbcommon.so.0         libxkbcommon0
always  libX11.so.6               libx11-6
always  libbrotlidec.so.1         libbrotli1
always  libgssapi_krb5.so.2       libgssapi-krb5-2
window  libxcb-cursor.so.0        libxcb-cursor0
window  libxcb-icccm.so.4         libxcb-icccm4
window  libxcb-keysyms.so.1       libxcb-keysyms1
window  libxcb-image.so.0         libxcb-image0
window  libxcb-render-util.so.0   libxcb-render-util0
window  libxcb-shape.so.0         libxcb-shape0
window  libxcb-randr.so.0         libxcb-randr0
window  libxcb-xkb.so.1           libxcb-xkb1
window  libxcb-sync.so.1          libxcb-sync1
window  libxcb-xfixes.so.0        libxcb-xfixes0
window  libxcb-xinerama.so.0      libxcb-xinerama0
window  libxcb-glx.so.0           libxcb-glx0
window  libxkbcommon-x11.so.0     libxkbcommon-x11-0
window  libX11-xcb.so.1           libx11-xcb1
window  libwayland-client.so.0    libwayland-client0
window  libwayland-cursor.so.0    libwayland-cursor0
window  libwayland-egl.so.1       libwayland-egl1
window  libdrm.so.2               libdrm2
preview libnss3.so                libnss3
preview libasound.so.2            libasound2t64 libasound2
preview libgbm.so.1               libgbm1
preview libxcb-dri3.so.0          libxcb-dri3-0
preview libXcomposite.so.1        libxcomposite1
preview libXdamage.so.1           libxdamage1
preview libXfixes.so.3            libxfixes3
preview libXrandr.so.2            libxrandr2
preview libXtst.so.6              libxtst6
preview libxkbfile.so.1           libxkbfile1
print   libcups.so.2              libcups2t64 libcups2
"""


def missing(load: Callable[[str], object] = ctypes.CDLL) -> Iterator[str]:
    """Yield the lines of LIBRARIES whose library `load` (the system's loader) cannot open."""
    for line in LIBRARIES.strip().splitlines():
        need, soname, *packages = line.split()
        try:
            load(soname)
        except OSError:
            yield " ".join([need, soname, *packages])


if __name__ == "__main__":
    for lacking in missing():
        print(lacking)
