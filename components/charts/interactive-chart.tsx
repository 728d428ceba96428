"use client";

import { Component, type ComponentProps, type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { WIDE_FROM } from "./chart-layout.ts";
import type { ChartSeries } from "./chart-series.ts";
import { ControlChart } from "./control-chart.tsx";
import type { RechartsChart } from "./recharts-chart.tsx";

type Recharts = ComponentType<ComponentProps<typeof RechartsChart>>;

/**
 * A static chart that Recharts takes over from, without the page waiting or moving.
 *
 * The static chart is drawn here, and not handed in as a child: a child of a client component travels twice, as HTML and
 * as the elements it was made of, and those weigh more than the series and the code that draws it.
 *
 * The library is fetched once the browser is idle, or sooner if the chart is pointed at: never for the first paint. Until
 * it is drawn, if it cannot be fetched, if it fails, and on paper, the static chart stays.
 */
export function InteractiveChart({ series }: { series: ChartSeries }) {
  const frame = useRef<HTMLDivElement>(null);
  const [Chart, setChart] = useState<Recharts | null>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const load = () =>
      import("./recharts-chart.tsx").then(
        ({ RechartsChart }) => setChart(() => RechartsChart),
        () => {}, // The static chart says the same: a lost connection is no reason to disturb its reader.
      );
    const resized = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (frame.current) resized.observe(frame.current);
    frame.current?.addEventListener("pointerenter", load, { once: true });
    frame.current?.addEventListener("focusin", load, { once: true });
    const stopWaiting = whenIdle(load);
    return () => {
      stopWaiting();
      resized.disconnect();
    };
  }, []);

  const ready = Chart !== null && width > 0;
  return (
    // Its width is its column's, never its chart's: a drawn chart must not keep a narrowed window wide.
    <div ref={frame} className="[contain:inline-size]">
      <div className={ready ? "hidden print:block" : undefined}>
        <ControlChart {...series} />
      </div>
      {ready && (
        <OrNothing onError={() => setChart(null)}>
          <div className="print:hidden">
            <Chart series={series} size={width < WIDE_FROM ? "narrow" : "wide"} width={width} />
          </div>
        </OrNothing>
      )}
    </div>
  );
}

/** Safari cannot say when it is idle, and is given three seconds. */
function whenIdle(work: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const idle = requestIdleCallback(work);
    return () => cancelIdleCallback(idle);
  }
  const later = setTimeout(work, 3000);
  return () => clearTimeout(later);
}

/** React catches what a child throws only in a class. */
class OrNothing extends Component<{ children: ReactNode; onError: () => void }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch() {
    this.props.onError();
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
