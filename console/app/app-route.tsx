import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { Layout } from './layout.tsx';

export const root = createRootRoute({ component: Outlet });

/** Pages with the navigation around them. */
export const appRoute = createRoute({ getParentRoute: () => root, id: 'app', component: Layout });
