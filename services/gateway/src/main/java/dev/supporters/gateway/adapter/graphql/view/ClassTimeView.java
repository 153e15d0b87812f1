package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.settlement.v1.ClassTime;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ClassTime")
@Description("Seconds of a class.")
public record ClassTimeView(
        @Description("The class.") TimeClass timeClass,
        @NonNull @Description("Seconds.") Long seconds,
        @NonNull @Description("Whether they are paid.") Boolean paid) {

    static ClassTimeView of(ClassTime time) {
        return new ClassTimeView(
                Wire.read(TimeClass.class, time.getTimeClass(), "TIME_CLASS_"),
                time.getSeconds(),
                time.getPaid());
    }
}
