import { type ComponentType, type ReactNode, Suspense, useState } from 'react';

export interface LazyMenuProps {
  trigger: ReactNode;
  startsOpen: boolean;
}

interface Props {
  /** Made with React's `lazy` from what `load` brings. */
  menu: ComponentType<LazyMenuProps>;
  load: () => Promise<unknown>;
  trigger: ReactNode;
}

/** A menu whose code comes when somebody moves towards it, so that the shell stays small. */
export function LazyMenu({ menu: Menu, load, trigger }: Props) {
  const [opened, setOpened] = useState(false);
  if (opened) {
    return (
      <Suspense fallback={trigger}>
        <Menu trigger={trigger} startsOpen />
      </Suspense>
    );
  }
  const near = () => void load();
  return (
    <span className="contents" onPointerEnter={near} onFocus={near} onClick={() => setOpened(true)}>
      {trigger}
    </span>
  );
}
