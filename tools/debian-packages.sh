#!/bin/sh
# What the tests need from the system. Does nothing when all of it is there, or when this user or system cannot install it;
# a test that misses its program then says so itself.
PATH="$PATH:/usr/sbin"
for program in chromium pdftotext pdfsig clamd zbarimg heif-convert; do command -v $program >/dev/null || missing=$program; done
[ -d /usr/share/fonts/opentype/noto ] || missing=fonts
[ -n "${missing-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 0
echo 'Installing system packages for the tests …'
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null &&
  apt-get install -y -qq --no-install-recommends chromium poppler-utils clamav-daemon fonts-noto-cjk zbar-tools libheif-examples >/dev/null ||
  echo 'Some system packages could not be installed; the tests that need them will fail.' >&2
