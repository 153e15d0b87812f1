package dev.supporters.routing.decision;

import dev.supporters.proto.call.v1.Call;

import java.util.List;

/** The tagging function. */
public interface Tagger {

    /**
     * The tags of a call, in alphabetical order.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    List<String> tagsOf(Call call);
}
