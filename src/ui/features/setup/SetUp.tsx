import { useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../kit/EmptyState.tsx';

export function SetUp() {
  const { t } = useLingui();
  return <EmptyState title={t`This till is not set up yet`} />;
}
