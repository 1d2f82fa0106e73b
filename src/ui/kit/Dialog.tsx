import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './IconButton.tsx';
import './Dialog.css';

type DialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** `side` is a sheet from the reading direction's end; on a phone every dialog is a sheet from below. */
  place?: 'centre' | 'side';
  size?: 's' | 'm' | 'l';
  /** A question that must be answered: neither Escape nor a tap beside it closes it. */
  mustAnswer?: boolean;
};

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  place = 'centre',
  size = 'm',
  mustAnswer = false,
}: DialogProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      className="Dialog-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      data-place={place}
    >
      <Modal className="Dialog" data-place={place} data-size={size}>
        <AriaDialog className="Dialog-body" role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <header className="Dialog-head">
            <Heading slot="title" className="Dialog-title">
              {title}
            </Heading>
            {!mustAnswer && (
              <IconButton
                variant="quiet"
                label={t`Close`}
                icon={<X size={20} aria-hidden />}
                onClick={onClose}
              />
            )}
          </header>
          <div className="Dialog-content Scroll">{children}</div>
          {footer !== undefined && <footer className="Dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
