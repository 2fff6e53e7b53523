/* What the probe has seen, in milliseconds, for `measure.py` to read. */
interface Touched {
  first?: number | null;
  answer?: number;
}
interface Probe {
  lcp: number;
  cls: number;
  interactions: Record<number, number>;
  taps: Touched[];
  touchable: number | null;
  first?: string;
  pointOf?: (selector: string) => { x: number; y: number } | null;
  impatient?: (selector: string) => void;
}
interface Window {
  __probe: Probe;
}
/* Entries that the browser of the benchmarks tells and the standard types do not know yet. */
interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  value: number;
}
