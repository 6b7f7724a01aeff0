package org.midline.delineation;

/**
 * Which model worked, as every output names it.
 *
 * @param sha256 of the weights, in hexadecimal
 * @param trainedOn the training data, in words
 */
public record ModelIdentity(String name, String version, String sha256, String trainedOn) {}
