package dev.supporters.driver.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.profile.Profile;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import org.bson.Document;

import java.util.List;

/** A profile as a document. */
final class ProfileMapper implements StateMapper<Profile> {

    static final String COLLECTION = "drivers";
    static final String DRIVER_ID = "driverId";

    @Override
    public Document write(Profile profile) {
        List<Document> memberships =
                profile.memberships().stream().map(ProfileMapper::write).toList();
        Document document =
                new Document(DRIVER_ID, profile.driverId().value())
                        .append("name", profile.name())
                        .append("memberships", memberships)
                        .append("createTime", stored(profile.createTime()))
                        .append("version", profile.version());
        ApplicationMapper.write(profile.applications(), document);
        ModeHistoryMapper.write(profile.modes(), document);
        profile.suspendedSince()
                .ifPresent(
                        since -> document.append(ModeHistoryMapper.SUSPENDED_SINCE, stored(since)));
        return document;
    }

    @Override
    public Profile read(Document state) {
        StoredFields fields = StoredFields.of(COLLECTION, state);
        return new Profile(
                new DriverId(fields.text(DRIVER_ID)),
                fields.text("name"),
                fields.parts("memberships").stream().map(ProfileMapper::membership).toList(),
                ApplicationMapper.read(fields),
                ModeHistoryMapper.read(fields),
                fields.instant("createTime"),
                fields.number("version"));
    }

    private static Document write(Profile.Membership membership) {
        return new Document("product", stored(membership.product()))
                .append("region", membership.region())
                .append("mode", stored(membership.mode()));
    }

    private static Profile.Membership membership(StoredFields membership) {
        return new Profile.Membership(
                membership.constant("product", Product.class),
                membership.text("region"),
                membership.constant("mode", ActivityMode.class));
    }
}
