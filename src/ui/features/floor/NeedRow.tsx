import { ChevronRight } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import './NeedRow.css';

type NeedRowProps = {
  icon: LucideIcon;
  tone: 'warning' | 'accent';
  title: string;
  words: string;
  onOpen: () => void;
};

export function NeedRow({ icon: Icon, tone, title, words, onOpen }: NeedRowProps) {
  return (
    <button type="button" className="NeedRow" data-tone={tone} onClick={onOpen}>
      <span className="NeedRow-icon">
        <Icon size={20} aria-hidden />
      </span>
      <span className="NeedRow-words">
        <span className="NeedRow-title">{title}</span>
        <span className="NeedRow-detail">{words}</span>
      </span>
      <ChevronRight size={18} aria-hidden className="FlipsWithText" />
    </button>
  );
}
