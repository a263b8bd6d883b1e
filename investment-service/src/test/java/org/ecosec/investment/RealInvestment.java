package org.ecosec.investment;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.ecosec.platform.testing.RealServers;

/** The service on real PostgreSQL and a real broker. */
@Retention(RUNTIME)
@Target(TYPE)
@QuarkusTestResource(
    value = RealServers.class,
    initArgs = @ResourceArg(name = "database", value = "investment"))
public @interface RealInvestment {}
