import type { ReactNode } from "react";

import { textButtonClass } from "@/components/ui/button-class";

type Props = {
  /** Where the form is closed, for pages without JavaScript. */
  closeHref: string;
  onClose: () => void;
  children: ReactNode;
};

/** A form below the row it is about. */
export function RowEditor({ closeHref, onClose, children }: Props) {
  return (
    <tr className="row-editor" id="open">
      <td colSpan={6}>
        <div>
          {children}
          <a
            href={closeHref}
            className={textButtonClass}
            onClick={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onClose();
            }}
          >
            Close
          </a>
        </div>
      </td>
    </tr>
  );
}
