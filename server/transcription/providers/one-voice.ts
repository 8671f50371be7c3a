import { hasFfmpeg } from '../convert-channels.ts';
import { onlyChannel, type Recording } from '../recording.ts';
import { withChannels } from '../split-channels.ts';
import type { Provider } from './provider.ts';

/**
 * Hands a provider the one channel that has the voices, where it would not hear them otherwise: some hear the first
 * channel alone, others the sum of both, in which a channel and its inversion are silence.
 */
export const hearingOneVoice = (provider: Provider, scratch: string): Provider => ({
  ...provider,
  begin: async (recording, wish) => {
    const channel = onlyChannel(recording);
    if (channel === null || !isLost(recording) || !(await hasFfmpeg())) return provider.begin(recording, wish);
    const conversion = { scratch, signal: wish.signal };
    const [begun] = await withChannels(recording, [channel], conversion, (heard) => provider.begin(heard, wish));
    return begun as NonNullable<typeof begun>;
  },
});

const isLost = ({ channel_content }: Recording): boolean =>
  channel_content === 'right_only' || channel_content === 'inverted';
