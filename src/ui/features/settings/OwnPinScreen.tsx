import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { TopBar } from '../../app/TopBar.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { OwnPinForm } from './OwnPinForm.tsx';
import '../../app/Till.css';
import './SettingsPage.css';

/** Everybody may change their own PIN, whatever their role. */
export function OwnPinScreen() {
  const { t } = useLingui();
  const [, go] = useLocation();
  return (
    <div className="Till-screen">
      <TopBar title={t`My PIN`} onBack={() => go('/')} />
      <main className="OwnPinScreen Scroll">
        <Panel padded className="OwnPinScreen-panel">
          <OwnPinForm />
        </Panel>
      </main>
    </div>
  );
}
