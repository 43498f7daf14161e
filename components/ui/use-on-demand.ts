"use client";

import { useEffect, useState, type ComponentType } from "react";

/**
 * A component whose code is fetched once the page has come to life, and again when it is wanted and was not to be had: null
 * until it is there. What opens on a key stays out of what every page has to load first.
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
    const timer = setTimeout(fetchIt);
    return () => clearTimeout(timer);
  }, [isMissing, isWanted, load]);

  return loaded && loaded.Component;
}
