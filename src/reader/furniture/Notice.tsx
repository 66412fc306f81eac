import type { ReactNode } from 'react';
import { NoticeBar } from './NoticeBar.tsx';
import { NoticeText } from './NoticeText.tsx';

interface Props {
  title: string;
  children: ReactNode;
  /** A button or link with what can be done about it. */
  action?: ReactNode;
}

/** One line under the masthead. Never over the text, never more than one at a time. */
export function Notice({ title, children, action }: Props) {
  return (
    <NoticeBar at="head">
      <NoticeText title={title}>{children}</NoticeText>
      {action}
    </NoticeBar>
  );
}
