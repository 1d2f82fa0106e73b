import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { addPicture } from '../../../contract/menu.ts';
import { command } from '../../api/command.ts';
import { problemWords } from '../../api/problem-words.ts';
import { Button } from '../../kit/Button.tsx';
import { FieldNotes } from '../../kit/Field.tsx';
import { addressOfPicture } from './menu-queries.ts';
import { NotAPicture, shrinkPicture } from './shrink-picture.ts';
import './PicturePicker.css';

type PicturePickerProps = {
  pictureId: string | null;
  onChange: (pictureId: string | null) => void;
};

export function PicturePicker({ pictureId, onChange }: PicturePickerProps) {
  const { t, i18n } = useLingui();
  const file = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (chosen: File) =>
      command(addPicture, {}, { file: await shrinkPicture(chosen) }),
    meta: { handled: true },
    onSuccess: (added) => onChange(added.pictureId),
  });
  const error =
    upload.error instanceof NotAPicture
      ? t`That file is not a picture that can be read. Choose a PNG, JPEG or WebP.`
      : upload.error
        ? problemWords(i18n, upload.error)
        : undefined;
  return (
    <div className="PicturePicker">
      {pictureId === null ? (
        <span className="PicturePicker-none" aria-hidden>
          <ImagePlus size={26} />
        </span>
      ) : (
        <img className="PicturePicker-picture" src={addressOfPicture(pictureId)} alt={t`Picture`} />
      )}
      <div className="PicturePicker-actions">
        <Button
          busy={upload.isPending}
          icon={<ImagePlus size={20} aria-hidden />}
          onClick={() => file.current?.click()}
        >
          {pictureId === null ? t`Choose a picture` : t`Another picture`}
        </Button>
        {pictureId !== null && (
          <Button
            variant="quiet"
            icon={<Trash2 size={20} aria-hidden />}
            onClick={() => onChange(null)}
          >
            {t`Without picture`}
          </Button>
        )}
        <FieldNotes error={error} hint={t`It is made small here before it is kept.`} />
      </div>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={t`Picture file`}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) upload.mutate(chosen);
        }}
      />
    </div>
  );
}
