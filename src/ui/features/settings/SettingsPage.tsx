import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getCountries, getSite } from '../../../contract/site.ts';
import { query } from '../../api/query.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { NewRecoveryCode } from './NewRecoveryCode.tsx';
import { OwnPinForm } from './OwnPinForm.tsx';
import { SiteForm } from './SiteForm.tsx';
import { Tenders } from './Tenders.tsx';
import './SettingsPage.css';

/** How this place works: its name, money, days, locking, tenders, one's own PIN and the recovery code. */
export function SettingsPage() {
  const { t } = useLingui();
  const site = useQuery(query(getSite, {}));
  const countries = useQuery({ ...query(getCountries, {}), staleTime: Infinity });
  return (
    <div className="OwnerScroll Scroll">
      <WhenRead of={site}>
        {(data) => (
          <>
            <WhenRead of={countries}>
              {(known) => <SiteForm start={data.site} known={known} />}
            </WhenRead>
            <div className="SettingsPage-pair">
              <Panel padded aria-label={t`Tenders`}>
                <Tenders tenders={data.tenders} />
              </Panel>
              <Panel padded aria-label={t`My PIN`}>
                <OwnPinForm />
              </Panel>
              <Panel padded aria-label={t`Recovery code`}>
                <NewRecoveryCode />
              </Panel>
            </div>
          </>
        )}
      </WhenRead>
    </div>
  );
}
