#!/bin/sh
# Puts the style sheet together, in this order, into target/style.css: Trunk calls this before it builds the page.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target
cd static/style
for region in tokens base frame lesson controls notices stage network slow-motion help twin panels samples purposes strip \
  projector tablet low phone motion hands start contrast forced-colors; do
  cat $region.css
  echo
done > ../../target/style.css
