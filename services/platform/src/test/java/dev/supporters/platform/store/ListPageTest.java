package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ListPageTest {

    @Test
    void theOneMoreThatWasFoundIsOfTheNextPage() {
        ListPage<Integer> page = ListPage.of(List.of(5, 6, 7), 2, String::valueOf);

        assertThat(page).isEqualTo(new ListPage<>(List.of(5, 6), "6"));
    }

    @Test
    void thereIsNoNextPageIfAllFit() {
        assertThat(ListPage.of(List.of(5, 6), 2, String::valueOf))
                .isEqualTo(new ListPage<>(List.of(5, 6), ""));
        assertThat(ListPage.of(List.<Integer>of(), 2, String::valueOf).nextToken()).isEmpty();
    }
}
