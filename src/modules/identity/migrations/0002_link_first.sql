-- The link of a provider's subject is written before its person, so that of two first visits at once only one makes a person.
alter table identity.provider_subject alter constraint provider_subject_person_id_fkey deferrable initially deferred;
