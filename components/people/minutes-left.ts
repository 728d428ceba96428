"use client";

import { useCallback, useEffect, useState } from "react";

const MINUTE = 60_000;
const LOOK_AGAIN_MS = 5_000;
/** The moment a session was last seen is written at most once a minute (portal.session_opened), so it may be that old. */
const UNSEEN_MINUTES = 1;

/**
 * Whole minutes until the session ends, counted from the moment the page was opened here or in any other tab, and `seen`
 * to say that it was just asked for something. By the clock rather than by a timer: a laptop that slept has lost time too.
 */
export function useMinutesLeft(idleMinutes: number): { left: number; seen: () => void } {
  const [left, setLeft] = useState(idleMinutes);
  const [tabs, setTabs] = useState<{ seen: () => void }>();

  useEffect(() => {
    let until = 0;
    const channel = new BroadcastChannel("portal.session");
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / MINUTE)));
    const startAgain = () => {
      until = Date.now() + (idleMinutes - UNSEEN_MINUTES) * MINUTE;
      look();
    };
    const seen = () => {
      startAgain();
      channel.postMessage("seen");
    };
    channel.onmessage = startAgain;
    seen();
    setTabs({ seen });
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      channel.close();
      document.removeEventListener("visibilitychange", look);
    };
  }, [idleMinutes]);

  return { left, seen: useCallback(() => tabs?.seen(), [tabs]) };
}
