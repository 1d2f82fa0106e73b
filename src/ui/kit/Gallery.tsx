import { Moon, Pencil, Receipt, ShoppingBag, Sun, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { chooseTheme, useTheme } from '../theme/theme.ts';
import { Avatar } from './Avatar.tsx';
import { Badge } from './Badge.tsx';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Chart } from './Chart.tsx';
import { Checkbox } from './Checkbox.tsx';
import { ComboBox } from './ComboBox.tsx';
import { ConfirmHold } from './ConfirmHold.tsx';
import { DataTable } from './DataTable.tsx';
import { Dialog } from './Dialog.tsx';
import { DragList } from './DragList.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { HuePicker } from './HuePicker.tsx';
import { IconButton } from './IconButton.tsx';
import { Keypad } from './Keypad.tsx';
import { LoadingState } from './LoadingState.tsx';
import { Menu } from './Menu.tsx';
import { MoneyField } from './MoneyField.tsx';
import { notify, notifyFailure } from './notices.ts';
import { NumberField } from './NumberField.tsx';
import { Panel } from './Panel.tsx';
import { PinDots } from './PinDots.tsx';
import { SearchField } from './SearchField.tsx';
import { Segmented } from './Segmented.tsx';
import { Select } from './Select.tsx';
import { Stat } from './Stat.tsx';
import { StatusDot } from './StatusDot.tsx';
import { Stepper } from './Stepper.tsx';
import { Switch } from './Switch.tsx';
import { Tabs } from './Tabs.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';
import { Tooltip } from './Tooltip.tsx';
import './Gallery.css';

const fruit = [
  { id: 'apple', label: 'Apple', count: 12, price: 120 },
  { id: 'pear', label: 'Pear', count: 4, price: 135 },
  { id: 'quince', label: 'Quince', count: 31, price: 410 },
];
const hours = Array.from({ length: 14 }, (_, index) => `${index + 9}`);
const thisWeek = [3, 5, 9, 22, 31, 18, 9, 7, 12, 26, 44, 52, 38, 15];
const lastWeek = [2, 6, 8, 19, 27, 20, 11, 6, 10, 29, 40, 46, 41, 12];

/** Every state of every part, for looking at them in both themes. Its words are samples. */
export function Gallery() {
  const { theme } = useTheme();
  return (
    <main className="Gallery">
      <header className="Gallery-head">
        <h1>The kit</h1>
        <IconButton
          label={theme === 'dark' ? 'Light' : 'Dark'}
          icon={theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
          onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
        />
      </header>
      <Buttons />
      <Choices />
      <Fields />
      <Words />
      <Figures />
      <States />
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel padded aria-label={title} className="Gallery-part">
      <h2>{title}</h2>
      {children}
    </Panel>
  );
}

function Buttons() {
  const [isOpen, setOpen] = useState(false);
  const [pin, setPin] = useState(2);
  const [shakes, setShakes] = useState(0);
  return (
    <Part title="Buttons">
      <div className="Gallery-row">
        <Button>Plain</Button>
        <Button variant="accent">Accent</Button>
        <Button variant="soft" icon={<Zap size={20} aria-hidden />}>
          Soft
        </Button>
        <Button variant="pay" size="xl">
          Pay 62.70
        </Button>
        <Button variant="danger" icon={<Trash2 size={18} aria-hidden />}>
          Danger
        </Button>
        <Button variant="quiet">Quiet</Button>
        <Button disabled>Disabled</Button>
        <Button variant="pay" disabled>
          Disabled
        </Button>
        <Button busy variant="accent">
          Busy
        </Button>
        <IconButton label="Edit" icon={<Pencil size={20} aria-hidden />} />
        <ConfirmHold onConfirm={() => notify({ text: 'Held long enough' })}>
          Hold to delete
        </ConfirmHold>
      </div>
      <div className="Gallery-row">
        <Menu
          label="More"
          trigger="More"
          square={false}
          entries={[
            { id: 'edit', label: 'Edit', icon: <Pencil size={20} />, onAction: () => undefined },
            {
              id: 'bag',
              label: 'To go',
              icon: <ShoppingBag size={20} />,
              hint: 'F6',
              onAction: () => undefined,
            },
            { id: 'line', separator: true },
            {
              id: 'drop',
              label: 'Delete',
              icon: <Trash2 size={20} />,
              danger: true,
              onAction: () => undefined,
            },
            { id: 'off', label: 'Not now', disabled: true, onAction: () => undefined },
          ]}
        />
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        <Button
          onClick={() => notify({ text: 'Moved', action: { label: 'Undo', run: () => undefined } })}
        >
          Toast with undo
        </Button>
        <Button
          onClick={() =>
            notifyFailure({
              text: 'The printer is not answering.',
              detail: 'Everything is saved. Switch it on, then print again.',
              reference: '01JD-77',
            })
          }
        >
          Failure
        </Button>
        <Tooltip words="More about it, on hover and focus">
          <button type="button" className="Button">
            Tooltip
          </button>
        </Tooltip>
      </div>
      <div className="Gallery-pad">
        <PinDots filled={pin} shakes={shakes} />
        <Keypad
          label="PIN"
          size="l"
          corner="00"
          onKey={(key) => {
            if (key === 'delete') setPin(Math.max(0, pin - 1));
            else if (pin > 5) setShakes(shakes + 1);
            else setPin(pin + 1);
          }}
        />
      </div>
      <Dialog
        title="A dialog"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="accent" onClick={() => setOpen(false)}>
              Save
            </Button>
          </>
        }
      >
        <p>Escape, the cross and a tap beside it close it. Focus returns to where it was.</p>
        <TextField label="Name" value="" onChange={() => undefined} />
      </Dialog>
    </Part>
  );
}

function Choices() {
  const [room, setRoom] = useState<'terrace' | 'dining' | 'bar'>('terrace');
  const [on, setOn] = useState(true);
  const [hue, setHue] = useState(145);
  const [order, setOrder] = useState(fruit.map((one) => one.id));
  const sorted = order.flatMap((id) => fruit.filter((one) => one.id === id));
  return (
    <Part title="Choices">
      <Segmented
        label="Room"
        value={room}
        onChange={setRoom}
        options={[
          { id: 'terrace', label: 'Terrace' },
          { id: 'dining', label: 'Dining room' },
          { id: 'bar', label: 'Bar' },
        ]}
      />
      <Tabs
        label="Pages"
        value={room}
        onChange={setRoom}
        tabs={[
          { id: 'terrace', label: 'Terrace', content: <p>Outside</p> },
          { id: 'dining', label: 'Dining room', content: <p>Inside</p> },
          { id: 'bar', label: 'Bar', content: <p>Between</p> },
        ]}
      />
      <div className="Gallery-row">
        <Switch label="Switched" hint="Takes effect at once" checked={on} onChange={setOn} />
        <Switch label="Not allowed" checked={false} disabled onChange={setOn} />
        <Checkbox label="Ticked" checked={on} onChange={setOn} />
        <Checkbox label="Open" checked={!on} onChange={() => setOn(!on)} />
      </div>
      <HuePicker label="Colour" value={hue} onChange={setHue} />
      <DragList
        label="Order"
        items={sorted}
        itemKey={(one) => one.id}
        itemName={(one) => one.label}
        render={(one) => one.label}
        onReorder={setOrder}
      />
    </Part>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [amount, setAmount] = useState<number | undefined>(1250);
  const [count, setCount] = useState<number | undefined>(4);
  const [rate, setRate] = useState<number | undefined>(0.19);
  const [one, setOne] = useState<string | undefined>('apple');
  return (
    <Part title="Fields">
      <div className="Gallery-fields">
        <TextField label="Name" hint="As guests know it" value={text} onChange={setText} />
        <TextField
          label="Wrong"
          error="Write at least one letter."
          value={text}
          onChange={setText}
        />
        <MoneyField label="Price" currency="EUR" exponent={2} value={amount} onChange={setAmount} />
        <NumberField label="Guests" value={count} min={1} max={20} onChange={setCount} />
        <NumberField
          label="Rate"
          value={rate}
          step={0.001}
          format={{ style: 'percent', maximumFractionDigits: 3 }}
          onChange={setRate}
        />
        <Select label="Fruit" value={one} onChange={setOne} options={fruit} />
        <ComboBox label="Fruit, typed" value={one} onChange={setOne} options={fruit} />
        <TextField label="Disabled" disabled value="Fixed" onChange={setText} />
        <TextArea label="Note" value={text} onChange={setText} />
        <SearchField label="Search" shortcut="/" value={text} onChange={setText} />
        <Stepper label="Count" value={count ?? 0} onChange={setCount} />
      </div>
    </Part>
  );
}

function Words() {
  return (
    <Part title="Words and people">
      <div className="Gallery-row">
        {['Maya Lind', 'Jonas', 'Lina', 'عمر', '李'].map((name) => (
          <Avatar key={name} name={name} size="l" />
        ))}
        <Avatar name="Maya Lind" />
        <Avatar name="Jonas" size="s" />
      </div>
      <div className="Gallery-row">
        <Badge>Neutral</Badge>
        <Badge tone="accent">Accent</Badge>
        <Badge tone="positive">Positive</Badge>
        <Badge tone="warning">3 left</Badge>
        <Badge tone="danger">Late</Badge>
        <Badge count>2</Badge>
        <StatusDot tone="positive">Saved</StatusDot>
        <StatusDot tone="warning">Reconnecting</StatusDot>
        <StatusDot tone="danger">Not reachable</StatusDot>
      </div>
      <Banner title="It follows the system" />
      <Banner tone="warning" title="The printer is slow" actions={<Button size="s">Look</Button>}>
        Tickets wait; nothing is lost.
      </Banner>
      <Banner tone="danger" title="The disk is full">
        Nothing of the last tap was saved.
      </Banner>
    </Part>
  );
}

const plainNumber = (value: number) => String(value);

function Figures() {
  return (
    <Part title="Figures">
      <div className="Gallery-fields">
        <Stat label="sales" value="1,284.30" />
        <Stat
          size="l"
          label="sales"
          value="1,284.30"
          change={{ direction: 'up', words: '12 % more', good: true }}
        />
        <Stat
          size="l"
          label="voids"
          value="14"
          change={{ direction: 'up', words: '4 more', good: false }}
        />
      </div>
      <Chart
        title="By hour"
        axis="Hour"
        labels={hours}
        series={[
          { label: 'Today', values: thisWeek },
          { label: 'Last week', values: lastWeek },
        ]}
        format={plainNumber}
      />
      <DataTable
        caption="Fruit"
        rows={fruit}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'name',
            header: 'Fruit',
            cell: (row) => row.label,
            rowHeader: true,
            sortBy: (row) => row.label,
          },
          {
            id: 'count',
            header: 'Count',
            align: 'end',
            cell: (row) => row.count,
            sortBy: (row) => row.count,
          },
          {
            id: 'price',
            header: 'Price',
            align: 'end',
            cell: (row) => row.price,
            sortBy: (row) => row.price,
          },
        ]}
      />
    </Part>
  );
}

function States() {
  return (
    <Part title="Empty, loading, failed">
      <EmptyState
        icon={<Receipt size={34} aria-hidden />}
        title="No receipts yet"
        actions={<Button variant="accent">Start</Button>}
      >
        The first one appears when the first bill is paid.
      </EmptyState>
      <LoadingState />
      <ErrorState
        title="The report could not be read"
        reference="01JD-77"
        onRetry={() => undefined}
      >
        Nothing was changed. Try again, or look at one day only.
      </ErrorState>
    </Part>
  );
}
