package dev.supporters.dispatch.assignment;

import dev.supporters.contract.CallId;

/** Which calls may go to supporters: a fixed share of them, and for one call always the same answer. */
public final class Rollout {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Rollout() {}

    public static boolean includes(CallId callId, int percent) {
        return bucket(callId.value()) < percent;
    }

    /** 0 to 99. Call ids count upwards, so their digits are mixed well. */
    static int bucket(String callId) {
        long hash = FNV_BASIS;
        for (int i = 0; i < callId.length(); i++) {
            hash = (hash ^ callId.charAt(i)) * FNV_PRIME;
        }
        return (int) Long.remainderUnsigned(mixed(hash), 100);
    }

    /** The finalizer of MurmurHash3. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
