package sor

import "math"

// Row is one statement of reasons, as far as it is counted.
type Row struct {
	// Platform is the name as the database writes it.
	Platform string
	// Schema tells which categories and keywords the row uses.
	Schema Schema
	// HasTerritory is false in light dumps, which leave the column out.
	HasTerritory bool

	id    uint64 // of the UUID, mixed
	codes [fields]uint8
	sets  [fields]set
	days  [fields]int32
}

// noDay stands for an empty date.
const noDay = math.MinInt32

// Created returns the day on which the database received the statement, as
// days since 1970-01-01.
func (r *Row) Created() int32 { return r.days[fieldCreated] }

// Value returns the value of a column by its name, "" if there is none.
func (r *Row) Value(column string) string {
	d := definitions[column]
	if d.kind != value {
		return ""
	}
	return d.values.names[r.codes[d.field]]
}

// Values returns the members of a list column by its name, in the order of the
// vocabulary.
func (r *Row) Values(column string) []string {
	d := definitions[column]
	if d.kind != list {
		return nil
	}
	var members []string
	for code, name := range d.values.names {
		if code > 0 && r.sets[d.field].has(uint8(code)) {
			members = append(members, name)
		}
	}
	return members
}

func (r *Row) concernsMinors() bool {
	return r.codes[fieldCategory] == minorsCategory || r.sets[fieldAddition].has(minorsCategory) ||
		r.sets[fieldKeywords].intersects(minorsKeywords)
}

func (r *Row) concernsAbuse() bool { return r.sets[fieldKeywords].intersects(abuseKeywords) }
