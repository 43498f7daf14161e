"use client";

import { useEffect, useState, type ComponentType } from "react";

/**
 * A component whose code is fetched when the page has come to rest, or before when it is wanted: null until it is there.
 * What opens on a key stays out of what every page has to load first.
 */
export function useOnDemand<P>(load: () => Promise<ComponentType<P>>, isWanted: boolean): ComponentType<P> | null {
  const [loaded, setLoaded] = useState<{ Component: ComponentType<P> } | null>(null);
  const isMissing = loaded === null;

  useEffect(() => {
    if (!isMissing) return;
    const fetchIt = () => {
      // Without a connection it is tried again when it is wanted.
      load().then(
        (Component) => setLoaded({ Component }),
        () => undefined,
      );
    };
    const timer = setTimeout(fetchIt, isWanted ? 0 : 2_000);
    return () => clearTimeout(timer);
  }, [isMissing, isWanted, load]);

  return loaded && loaded.Component;
}
