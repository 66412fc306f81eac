import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problems.ts';

/** Times a host in trouble is asked again. */
const retries = 2;

/** The rules of every query: the worker is our network, and only a server's fault is worth asking again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The default never asks a service worker while the browser says offline.
        networkMode: 'always',
        retry: (failures, error) => failures < retries && problemOf(error)?.kind === 'server',
        refetchOnWindowFocus: false,
      },
    },
  });
}
