package org.ecosec.investment.iati;

/** A project that is not published, because IATI demands what no source says of it. */
public record OmissionView(String projectId, String title, PublishedProject.Omission reason) {}
