import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../theme/theme.ts';
import { toneAt } from './tone-at.ts';
import type { ChartProps } from './Chart.tsx';
import './Plot.css';

type PlotProps = Omit<ChartProps, 'title' | 'axis'> & { height: number };

/** The canvas of a chart; kept apart so that its library loads only when a chart is opened. */
export function Plot({ labels, series, format, height }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const { theme } = useTheme();

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const colour = (name: string) => resolveColour(element, name);
    const axis: uPlot.Axis = {
      stroke: colour('--muted'),
      font: '600 12px "Inter Variable", sans-serif',
      grid: { stroke: colour('--hairline'), width: 1 },
      ticks: { show: false },
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: false },
        cursor: { y: false, points: { show: false } },
        scales: {
          x: { time: false, range: (_, min, max) => [min - 0.6, max + 0.6] },
          // Bars that do not begin at nothing would lie about their lengths.
          y: { range: (_, min, max) => [Math.min(0, min * 1.06), Math.max(max * 1.06, 1)] },
        },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 30,
            values: (_, splits) => splits.map((split) => labels[split] ?? ''),
            incrs: [1, 2, 3, 4, 6, 7, 12, 14, 30, 60, 90, 180, 365],
            space: 56,
          },
          { ...axis, values: (_, splits) => splits.map((split) => format(split)), size: 72 },
        ],
        series: [
          {},
          ...series.map((one, index): uPlot.Series => {
            const tone = one.tone ?? toneAt(index);
            const stroke = colour(`--${tone}`);
            const bars = (one.shape ?? (index === 0 ? 'bars' : 'line')) === 'bars';
            if (!bars) return { stroke, width: 2, points: { show: labels.length < 40 } };
            const paths = uPlot.paths.bars?.({ size: [0.62, 44], radius: 0.25 });
            return {
              stroke,
              fill: stroke,
              width: 0,
              points: { show: false },
              ...(paths ? { paths } : {}),
            };
          }),
        ],
      },
      [labels.map((_, index) => index), ...series.map((one) => [...one.values])],
      element,
    );
    const follow = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    follow.observe(element);
    return () => {
      follow.disconnect();
      plot.destroy();
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the canvas reads the theme's colours through CSS
  }, [labels, series, format, height, theme]);

  return <div ref={host} className="Plot" />;
}

/** A canvas knows no custom properties: the browser resolves the token to a colour first. */
function resolveColour(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
