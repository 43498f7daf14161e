import { menuItem } from "@/components/ui/menu-item";

import { ReturnTo } from "./return-to";
import { THEMES, type Theme } from "./theme";

const LABEL: Record<Theme, string> = { light: "Light", dark: "Dark", system: "System" };

/** Light, dark, or what the system prefers, as a line of a menu; posts, so that it works without JavaScript. */
export function ThemeChoice() {
  return (
    <form action="/theme" method="post" aria-label="Theme" className="grid grid-cols-3">
      <ReturnTo />
      {THEMES.map((theme) => (
        <button key={theme} name="theme" value={theme} className={`${menuItem} justify-center`}>
          {LABEL[theme]}
        </button>
      ))}
    </form>
  );
}
