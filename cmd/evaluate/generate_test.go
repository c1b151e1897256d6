package main

// What reports are written with comes before them: go generate visits directories in the
// order of their names, and this is the first that writes any.
//
//go:generate go generate ../../engine/facts ../../engine/policy
