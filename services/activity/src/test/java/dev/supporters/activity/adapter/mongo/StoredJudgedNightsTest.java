package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.JudgedNight;
import dev.supporters.activity.abuse.NightKey;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.LocalDate;
import java.util.Map;

class StoredJudgedNightsTest extends StoredDocumentsContract<JudgedNight> {

    @Override
    protected CollectionSpec<JudgedNight> spec() {
        return ActivityStores.JUDGED_NIGHTS;
    }

    @Override
    protected Map<String, JudgedNight> values() {
        return Map.of(
                "judged",
                new JudgedNight(
                        new NightKey(Product.PRODUCT_DRIVER, "seoul", LocalDate.of(2026, 11, 20)),
                        480,
                        3,
                        TestClock.FRIDAY_NIGHT.plusMillis(250)));
    }
}
