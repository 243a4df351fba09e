#!/bin/sh
# Follows up once a day from @hour@:00 on; a machine that was off runs it in the hour it is on again.
# A run that could not finish (1), or whose mail has not arrived (4), is a failure, and is tried again the next hour.
set -eu
umask 077
cd @folder@
today=$(date +%Y-%m-%d)
[ "$(date +%H)" -ge @hour@ ] || exit 0
[ "$(cat outputs/.last-run 2>/dev/null || true)" != "$today" ] || exit 0
# What is told is kept for some years, not for ever.
if [ "$(wc -c 2>/dev/null <outputs/lofte.log || echo 0)" -gt 1000000 ]; then
    mv outputs/lofte.log outputs/lofte.log.1
fi
# The folder is made by lofte, for those whom its settings name.
log=outputs/lofte.log
[ -d outputs ] || log=$(mktemp)
status=0
@command@ >>"$log" 2>&1 || status=$?
if [ "$log" != outputs/lofte.log ]; then
    mkdir -p outputs
    mv "$log" outputs/lofte.log
fi
case $status in
0 | 3) echo "$today" >outputs/.last-run ;;
*)
    echo "lofte ended with $status; see outputs/status.txt and outputs/lofte.log" >&2
    cat outputs/status.txt >&2 2>/dev/null || true
    exit "$status"
    ;;
esac
