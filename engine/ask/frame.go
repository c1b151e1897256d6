package ask

// Frame are the facts with which every document begins: what the service is, and
// two things that whole Articles depend on. With them the report says what remains.
func Frame() []string {
	return []string{
		"/service/categories",
		"/service/enterprise_size",
		"/service/designation_status",
		"/service/offers_services_in_eu",
		"/service/offered_in_union_since",
		"/advertising/presents_advertisements",
		"/recommendation/uses_recommender_systems",
	}
}
