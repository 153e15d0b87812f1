package dev.supporters.policy.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.policy.experiment.Experiment;
import dev.supporters.policy.experiment.RegionExperiments;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

/** The experiments of a region as a document. */
final class RegionExperimentsMapper implements StateMapper<RegionExperiments> {

    @Override
    public Document write(RegionExperiments all) {
        return new Document("product", stored(all.key().product()))
                .append("region", all.key().region())
                .append("version", all.version())
                .append(
                        "experiments",
                        all.experiments().stream().map(RegionExperimentsMapper::written).toList());
    }

    @Override
    public RegionExperiments read(Document state) {
        StoredFields fields = StoredFields.of("experiments", state);
        return new RegionExperiments(
                new PolicyKey(fields.constant("product", Product.class), fields.text("region")),
                fields.number("version"),
                fields.parts("experiments").stream()
                        .map(RegionExperimentsMapper::experiment)
                        .toList());
    }

    private static Document written(Experiment experiment) {
        Document written =
                new Document("name", experiment.name())
                        .append("control", experiment.control())
                        .append("treatment", experiment.treatment())
                        .append("firstDate", stored(experiment.plan().firstDate()))
                        .append("interval", stored(experiment.plan().interval()))
                        .append("washOut", stored(experiment.plan().washOut()))
                        .append("nights", experiment.nights())
                        .append("reason", experiment.reason())
                        .append("putBy", experiment.putBy())
                        .append("putTime", stored(experiment.putTime()));
        experiment
                .stop()
                .ifPresent(stop ->
                        written.append(
                                "stop",
                                new Document("time", stored(stop.time()))
                                        .append("by", stop.by())
                                        .append("reason", stop.reason())));
        return written;
    }

    private static Experiment experiment(StoredFields fields) {
        return new Experiment(
                new SwitchbackPlan(
                        fields.text("name"),
                        fields.date("firstDate"),
                        fields.duration("interval"),
                        fields.duration("washOut")),
                fields.number("control"),
                fields.number("treatment"),
                fields.integer("nights"),
                fields.text("reason"),
                fields.text("putBy"),
                fields.instant("putTime"),
                fields.findPart("stop")
                        .map(stop ->
                                new Experiment.Stop(
                                        stop.instant("time"),
                                        stop.text("by"),
                                        stop.text("reason"))));
    }
}
