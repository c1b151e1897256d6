// Package sor counts statements of reasons in the daily dumps of the DSA
// Transparency Database (Art. 24(5)) and turns the counts into facts.
//
//	total, err := sor.Import(ctx, []string{"sor-global-2025-07-01-full.zip"}, nil, sor.Options{})
//	err = total.WriteCSV(os.Stdout)
//
// The data flow one way: a [Scanner] finds rows in a dialect of CSV that is not
// RFC 4180; an [Aggregate] adds them up; [Aggregate.Facts], WriteCSV and
// WriteTable read it. Aggregates of parts can be merged in any order, also
// across processes, as JSON. Programs that divide the work themselves list the
// [Pieces] of a dump and count each with [CountPiece]. Archives within archives are read where they lie;
// nothing is unpacked to disk.
//
// Memory does not grow with rows. It is bounded by limits on everything that
// comes from outside: length of a row, number of groups, of delays, of entries
// in an archive. Reaching one is an error that says what to do about it.
//
// European Commission, DG CONNECT, "Digital Services Act Transparency
// Database", 2023, doi:10.2906/134353607485211, CC BY 4.0.
package sor
