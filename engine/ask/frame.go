package ask

// Frame are the facts with which every document begins: what the service is, and
// two things that whole Articles depend on. With them the report says what remains.
var Frame = []string{
	"/service/categories",
	"/service/enterprise_size",
	"/service/designation_status",
	"/service/offers_services_in_eu",
	"/service/offered_in_union_since",
	"/advertising/presents_advertisements",
	"/recommendation/uses_recommender_systems",
}

// Begin writes a document that says on which day a service is judged, what it is
// called if that is known, and nothing else. It is YAML whatever its name.
func Begin(day, name string) (*File, error) {
	text := "# Facts about an online service, for evaluate. Null means that nobody knows yet; that is\n" +
		"# never taken for a yes or a no.\n" +
		"assessment:\n  # The day on which the service is judged.\n  date: " + literal(day, false) + "\n\nservice:\n  name: "
	if name == "" {
		text += "null\n"
	} else {
		text += literal(name, false) + "\n"
	}
	return OpenFile("facts.yaml", []byte(text))
}
