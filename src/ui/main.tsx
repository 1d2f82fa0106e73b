import './theme/emoji.css';
import './theme/reset.css';
import './theme/tokens.css';
import './theme/glass.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startI18n } from './i18n/i18n.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const root = createRoot(place);
// The words come first: a screen without them would flash its message ids.
await startI18n();
root.render(<App />);
