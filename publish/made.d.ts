/* What stands in the line before the script: `publish/worker.py` writes it. */
declare const MADE: { release: string; kept: string[] };
