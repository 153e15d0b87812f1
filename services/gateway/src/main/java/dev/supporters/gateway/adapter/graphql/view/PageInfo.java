package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("PageInfo")
@Description("Whether there are more.")
public record PageInfo(
        @NonNull @Description("Whether there are more.") Boolean hasNextPage,
        @Description("To be given as after for the next page; null when there is none.")
                String endCursor) {

    /** Of an answer with a page token. */
    public static PageInfo of(String nextPageToken) {
        return new PageInfo(!nextPageToken.isEmpty(), Wire.text(nextPageToken));
    }
}
