package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

/** A counted night as a document. */
final class CountedNightMapper implements StateMapper<CountedNight> {

    static final String PRODUCT = "product";
    static final String BUSINESS_DATE = "businessDate";
    static final String END_TIME = "endTime";

    @Override
    public Document write(CountedNight night) {
        return new Document(PRODUCT, stored(night.key().product()))
                .append("region", night.key().region())
                .append(BUSINESS_DATE, stored(night.key().businessDate()))
                .append("beginTime", stored(night.beginTime()))
                .append(END_TIME, stored(night.endTime()))
                .append("updateTime", stored(night.updateTime()))
                .append("facts", night.counts().facts())
                .append("calls", NightCountsMapper.write(night.counts().calls()))
                .append("commands", NightCountsMapper.write(night.counts().commands()))
                .append("shifts", NightCountsMapper.write(night.counts().shifts()))
                .append("cells", NightCountsMapper.write(night.counts().cells()))
                .append("areas", NightCountsMapper.writeAreas(night.counts().areas()));
    }

    @Override
    public CountedNight read(Document document) {
        StoredFields fields = StoredFields.of("nights", document);
        return new CountedNight(
                new RegionNight(
                        fields.constant(PRODUCT, Product.class),
                        fields.text("region"),
                        fields.date(BUSINESS_DATE)),
                fields.instant("beginTime"),
                fields.instant(END_TIME),
                fields.instant("updateTime"),
                new NightCounts(
                        fields.number("facts"),
                        NightCountsMapper.calls(fields.part("calls")),
                        NightCountsMapper.commands(fields.part("commands")),
                        NightCountsMapper.shifts(fields.part("shifts")),
                        NightCountsMapper.cells(fields),
                        NightCountsMapper.areas(fields)));
    }
}
