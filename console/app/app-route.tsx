import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { Layout } from './layout.tsx';

export const root = createRootRoute({ component: Outlet });

/** The pages of the house, around which the navigation stands. */
export const house = createRoute({ getParentRoute: () => root, id: 'house', component: Layout });
