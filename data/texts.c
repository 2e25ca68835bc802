/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made by build-aux/data-texts from the files named below, for translators; it is not a part of the program. */

/* editions/spring-2026.json */
/* xgettext:no-c-format */
N_("Some figures of this report come from the paper “Economies of Open Intelligence”. Those claims name both.")
/* xgettext:no-c-format */
N_("The Hub has 11 or 13 million users: the first copies and the report as it stands now do not say the same.")
/* xgettext:no-c-format */
N_("people with an account")
/* xgettext:no-c-format */
N_("March 2026")
/* xgettext:no-c-format */
N_("The Hub does not publish how many users it has.")
/* xgettext:no-c-format */
N_("13 million")
/* xgettext:no-c-format */
N_("11 million")
/* xgettext:no-c-format */
N_("There are more than 2 million public models.")
/* xgettext:no-c-format */
N_("all models on the Hub")
/* xgettext:no-c-format */
N_("the end of 2025")
/* xgettext:no-c-format */
N_("2 million or more")
/* xgettext:no-c-format */
N_("There are more than 500,000 public data sets.")
/* xgettext:no-c-format */
N_("all data sets on the Hub")
/* xgettext:no-c-format */
N_("Our data hold models. They do not hold data sets.")
/* xgettext:no-c-format */
N_("500,000 or more")
/* xgettext:no-c-format */
N_("Users, models and data sets each about doubled within a year.")
/* xgettext:no-c-format */
N_("the year 2025")
/* xgettext:no-c-format */
N_("about 2 times")
/* xgettext:no-c-format */
N_("The source speaks of users and data sets too; this count is about models only.")
/* xgettext:no-c-format */
N_("More than 30 % of the 500 largest companies in the United States have a confirmed account on the Hub.")
/* xgettext:no-c-format */
N_("the 500 companies of the Fortune list")
/* xgettext:no-c-format */
N_("The list of confirmed accounts is not public.")
/* xgettext:no-c-format */
N_("30 % or more")
/* xgettext:no-c-format */
N_("The share of companies in downloads fell from about 70 % before 2022 to about 37 % in 2025.")
/* xgettext:no-c-format */
N_("the downloads of each model in its first year")
/* xgettext:no-c-format */
N_("about 70 % → about 37 %")
/* xgettext:no-c-format */
N_("The source’s own list says who is a company and who is not; ours is another.")
/* xgettext:no-c-format */
N_("Before 2022, companies had about 70 % of the downloads.")
/* xgettext:no-c-format */
N_("the downloads of each model in its first year, before 2022")
/* xgettext:no-c-format */
N_("about 70 %")
/* xgettext:no-c-format */
N_("The share of independent developers in downloads rose from 17 % to 39 %; at times it was more than half.")
/* xgettext:no-c-format */
N_("For the source, all who work for no firm or school are independent; we count those that we know to be individuals or communities.")
/* xgettext:no-c-format */
N_("Models from China had 41 % of the downloads of the past year, the largest share.")
/* xgettext:no-c-format */
N_("the past year")
/* xgettext:no-c-format */
N_("In downloads a month, China passed the United States.")
/* xgettext:no-c-format */
N_("a month of 2025")
/* xgettext:no-c-format */
N_("China before the United States")
/* xgettext:no-c-format */
N_("In all downloads so far, China passed the United States.")
/* xgettext:no-c-format */
N_("all downloads so far")
/* xgettext:no-c-format */
N_("About half of all downloads so far are of models by people or groups without a clear country.")
/* xgettext:no-c-format */
N_("all downloads of the last four years")
/* xgettext:no-c-format */
N_("about 50 %")
/* xgettext:no-c-format */
N_("The 200 most downloaded models, 0.01 % of all, have almost half of the downloads.")
/* xgettext:no-c-format */
N_("all downloads")
/* xgettext:no-c-format */
N_("About half of the models have been downloaded fewer than 200 times, ever.")
/* xgettext:no-c-format */
N_("The Hub is not one market but many communities, each with its own field.")
/* xgettext:no-c-format */
N_("no time in particular")
/* xgettext:no-c-format */
N_("This is a view of the whole. It states no number that data could confirm or refute.")
/* xgettext:no-c-format */
N_("many communities")
/* xgettext:no-c-format */
N_("People have made more than 113,000 models from models of the Qwen family.")
/* xgettext:no-c-format */
N_("113,000 or more")
/* xgettext:no-c-format */
N_("More than 200,000 models carry the tag of the Qwen family.")
/* xgettext:no-c-format */
N_("Our data do not keep the tags of a model, only its task, library, language, license and base model.")
/* xgettext:no-c-format */
N_("200,000 or more")
/* xgettext:no-c-format */
N_("More models are made from those of Alibaba than from those of Google and Meta together.")
/* xgettext:no-c-format */
N_("Alibaba before Google and Meta together")
/* xgettext:no-c-format */
N_("States see open models as a way to stand on their own feet: the Swiss, the EU and the British back some.")
/* xgettext:no-c-format */
N_("public programmes")
/* xgettext:no-c-format */
N_("This is about what governments decide. No count of models can confirm or refute it.")
/* xgettext:no-c-format */
N_("no number")
/* xgettext:no-c-format */
N_("In mid-2025 South Korea named five champions for its own models: LG AI Research, SK Telecom, Naver Cloud, NC AI and Upstage.")
/* xgettext:no-c-format */
N_("the companies that the Korean state chose")
/* xgettext:no-c-format */
N_("The choice is an act of the Korean state. The Hub does not record it.")
/* xgettext:no-c-format */
N_("5 companies")
/* xgettext:no-c-format */
N_("Three models from South Korea were on the list of trending models at once.")
/* xgettext:no-c-format */
N_("the list of trending models")
/* xgettext:no-c-format */
N_("February 2026")
/* xgettext:no-c-format */
N_("The Hub shows what is trending now and keeps no public record of it.")
/* xgettext:no-c-format */
N_("3 models")
/* xgettext:no-c-format */
N_("Take the ten most downloaded models of 1 to 9 billion parameters. Their median downloads are only about 4 times those of the ten above 100 billion.")
/* xgettext:no-c-format */
N_("language models that the ATOM Project chose")
/* xgettext:no-c-format */
N_("the time since each model came out")
/* xgettext:no-c-format */
N_("about 4 times")
/* xgettext:no-c-format */
N_("The mean size of a downloaded model rose from 827 million parameters in 2023 to 20.8 billion in 2025.")
/* xgettext:no-c-format */
N_("827 million → 20.8 billion")
/* xgettext:no-c-format */
N_("The median size of a downloaded model hardly rose: from 326 to 406 million parameters.")
/* xgettext:no-c-format */
N_("326 million → 406 million")
/* xgettext:no-c-format */
N_("Baidu put no model on the Hub in 2024 and more than 100 in 2025.")
/* xgettext:no-c-format */
N_("0 → 100 or more")
/* xgettext:no-c-format */
N_("ByteDance and Tencent put 8 to 9 times more on the Hub in 2025 than in 2024.")
/* xgettext:no-c-format */
N_("the years 2024 and 2025")
/* xgettext:no-c-format */
N_("8 to 9 times")
/* xgettext:no-c-format */
N_("DeepSeek-R1 is the model with the most likes.")
/* xgettext:no-c-format */
N_("the model with the most likes")
/* xgettext:no-c-format */
N_("place 1")
/* xgettext:no-c-format */
N_("Open models that are made to be thrifty cost 10 to 1,000 times less to run than the largest ones.")
/* xgettext:no-c-format */
N_("the price of running a model")
/* xgettext:no-c-format */
N_("The Hub does not record what it costs to run a model.")
/* xgettext:no-c-format */
N_("10 to 1,000 times")
/* xgettext:no-c-format */
N_("Data sets for robots grew from 1,145 in 2024 to 26,991 in 2025 and are now the largest group.")
/* xgettext:no-c-format */
N_("data sets on the Hub")
/* xgettext:no-c-format */
N_("The second largest group of data sets, for writing text, has about 5,000.")
/* xgettext:no-c-format */
N_("about 5,000")
/* xgettext:no-c-format */
N_("A model holds people’s attention for about 6 weeks.")
/* xgettext:no-c-format */
N_("This needs the downloads of each model day by day. The Hub does not publish them, and we do not have enough lists of our own yet.")
/* xgettext:no-c-format */
N_("about 6 weeks")
/* xgettext:no-c-format */
N_("Open AI will break up into special fields, without a centre and all over the world.")
/* xgettext:no-c-format */
N_("the future")
/* xgettext:no-c-format */
N_("This is about the future. Only the future can test it.")
/* xgettext:no-c-format */
N_("an outlook")

/* editions/summer-2026.json */
/* xgettext:no-c-format */
N_("The successor of the spring report. It says that some earlier conclusions, its authors’ own among them, did not hold up.")
/* xgettext:no-c-format */
N_("Public models grew from 2.43 to 2.96 million.")
/* xgettext:no-c-format */
N_("January to August 2026")
/* xgettext:no-c-format */
N_("2.43 → 2.96 million")
/* xgettext:no-c-format */
N_("Public data sets grew from 711,000 to 1 million.")
/* xgettext:no-c-format */
N_("711,000 → 1 million")
/* xgettext:no-c-format */
N_("Small apps on the Hub (Spaces) grew from 1 to 1.44 million.")
/* xgettext:no-c-format */
N_("all apps on the Hub")
/* xgettext:no-c-format */
N_("Our data hold models. They do not hold apps.")
/* xgettext:no-c-format */
N_("1.00 → 1.44 million")
/* xgettext:no-c-format */
N_("85.6 % of the models have been downloaded fewer than 200 times, ever.")
/* xgettext:no-c-format */
N_("1.5 % of the models have 99.2 % of all downloads.")
/* xgettext:no-c-format */
N_("In each month of 2026, China’s largest open model had 754 billion to 2.78 trillion parameters.")
/* xgettext:no-c-format */
N_("new models of labs from China")
/* xgettext:no-c-format */
N_("January to July 2026")
/* xgettext:no-c-format */
N_("Our data do not say which uploads are new models of a lab and which are copies. So they cannot tell the largest new one of a month.")
/* xgettext:no-c-format */
N_("754 billion to 2.78 trillion")
/* xgettext:no-c-format */
N_("In five of seven months, the largest open model from the US was below 130 billion parameters.")
/* xgettext:no-c-format */
N_("new models of labs from the United States")
/* xgettext:no-c-format */
N_("5 of 7 months")
/* xgettext:no-c-format */
N_("Of the 25 most downloaded and the 25 most liked models, only one is on both lists.")
/* xgettext:no-c-format */
N_("the 25 models with most downloads and the 25 with most likes")
/* xgettext:no-c-format */
N_("1 model")
/* xgettext:no-c-format */
N_("The small text model all-MiniLM-L6-v2 was downloaded 1.55 billion times in seven months.")
/* xgettext:no-c-format */
N_("one model")
/* xgettext:no-c-format */
N_("1.55 billion")
/* xgettext:no-c-format */
N_("Of the downloads of MiniMax in 2026, about 100 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("about 100 %")
/* xgettext:no-c-format */
N_("Of the downloads of Moonshot in 2026, 88 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("Of the downloads of DeepSeek in 2026, 55 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("Of the downloads of Z.ai in 2026, 39 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("Of the downloads of NVIDIA in 2026, 14 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("Of the downloads of Meta in 2026, 9 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("Of the downloads of Google, Microsoft and IBM in 2026, about 0 % are of models above 70 billion parameters.")
/* xgettext:no-c-format */
N_("about 0 %")
/* xgettext:no-c-format */
N_("Models below 1 billion parameters have 83 % of all downloads of models that state a size.")
/* xgettext:no-c-format */
N_("Models above 100 billion parameters have 1 % of all downloads of models that state a size.")
/* xgettext:no-c-format */
N_("Models above 70 billion parameters have 3 % of the downloads of 2026.")
/* xgettext:no-c-format */
N_("Models of Qwen were downloaded 2,045 million times in seven months.")
/* xgettext:no-c-format */
N_("2,045 million")
/* xgettext:no-c-format */
N_("Models of Moonshot were downloaded 37 million times in seven months.")
/* xgettext:no-c-format */
N_("37 million")
/* xgettext:no-c-format */
N_("Of the large models from China of 2026, 59 % are under the free license Apache 2.0.")
/* xgettext:no-c-format */
N_("models that came out in 2026")
/* xgettext:no-c-format */
N_("The source counts models above 20 billion parameters; our size classes have a border at 30 billion.")
/* xgettext:no-c-format */
N_("The source counts releases; we count every model that is on the Hub, copies too.")
/* xgettext:no-c-format */
N_("Of the large models from China of 2026, 22 % are under the free license MIT.")
/* xgettext:no-c-format */
N_("Of the large models from the United States of 2026, 29 % are under the free licenses Apache 2.0 or MIT.")
/* xgettext:no-c-format */
N_("Of the large models from the United States of 2026, 30 % state no license.")
/* xgettext:no-c-format */
N_("151,448 models are made from models of Qwen.")
/* xgettext:no-c-format */
N_("August 2026")
/* xgettext:no-c-format */
N_("82,506 models are made from models of Google.")
/* xgettext:no-c-format */
N_("2.6 times as many models are made from models of Qwen as from models of Meta.")
/* xgettext:no-c-format */
N_("2.6 times")
/* xgettext:no-c-format */
N_("There are 4.7 times as many models made from Qwen as there are Llama models and copies.")
/* xgettext:no-c-format */
N_("4.7 times")
/* xgettext:no-c-format */
N_("The source counts all models of the Llama family; we count models made from those of the account meta-llama.")
/* xgettext:no-c-format */
N_("180 to 210 new models are made from Qwen every day.")
/* xgettext:no-c-format */
N_("This needs two lists of all models, and those that come with the program lie years apart.")
/* xgettext:no-c-format */
N_("180 to 210 a day")
/* xgettext:no-c-format */
N_("Of Qwen models there are 28,531 copies for running at home (GGUF files); Qwen itself made 54.")
/* xgettext:no-c-format */
N_("Copies of Qwen models for running at home (GGUF files) are downloaded 39.6 million times a month.")
/* xgettext:no-c-format */
N_("a month, July 2026")
/* xgettext:no-c-format */
N_("39.6 million")
/* xgettext:no-c-format */
N_("Copies of Gemma models for running at home (GGUF files) are downloaded 20.8 million times a month.")
/* xgettext:no-c-format */
N_("20.8 million")
/* xgettext:no-c-format */
N_("Copies of Llama models for running at home (GGUF files) are downloaded 7.5 million times a month.")
/* xgettext:no-c-format */
N_("7.5 million")
/* xgettext:no-c-format */
N_("Models for running at home (GGUF files) became 464 % more in seven months.")
/* xgettext:no-c-format */
N_("This needs two lists of all models, January and July 2026, that state the library. There is none in public for January.")
/* xgettext:no-c-format */
N_("NVIDIA put more than 200 new models on the Hub in 2026.")
/* xgettext:no-c-format */
N_("200 or more")
/* xgettext:no-c-format */
N_("AMD put more than 200 new models on the Hub in 2026.")
/* xgettext:no-c-format */
N_("The share of Claude Code in the traffic that programs cause on the Hub fell from 67.8 % in April to 44.4 % in July.")
/* xgettext:no-c-format */
N_("requests by programs that act on their own")
/* xgettext:no-c-format */
N_("April to July 2026")
/* xgettext:no-c-format */
N_("The Hub does not publish which program a request comes from.")

/* editions/economies-2025.json */
/* xgettext:no-c-format */
N_("The figures by country are from press reports on the paper.")
/* xgettext:no-c-format */
N_("The paper looks at 851,000 models.")
/* xgettext:no-c-format */
N_("the models of the paper’s data")
/* xgettext:no-c-format */
N_("June 2020 to August 2025")
/* xgettext:no-c-format */
N_("This says what the paper looks at. It is no claim about the Hub.")
/* xgettext:no-c-format */
N_("The paper looks at 2.2 billion downloads.")
/* xgettext:no-c-format */
N_("2.2 billion")
/* xgettext:no-c-format */
N_("Models from China had 17.1 % of the downloads of a year.")
/* xgettext:no-c-format */
N_("downloads from August 2024 to August 2025, within a year of each model’s release")
/* xgettext:no-c-format */
N_("The source credits the first author of a model; we credit the account that uploaded it.")
/* xgettext:no-c-format */
N_("The source’s own list says who is where; ours is another.")
/* xgettext:no-c-format */
N_("Models from the United States had 15.8 % of the downloads of a year.")
/* xgettext:no-c-format */
N_("Models without a single country had 23.8 % of the downloads of a year.")
/* xgettext:no-c-format */
N_("Models from China had more downloads in a year than those from the United States.")
/* xgettext:no-c-format */
N_("The mean size of a downloaded model became 17 times larger.")
/* xgettext:no-c-format */
N_("The paper’s own yearly counts are not in public in a form that could be set against a list of models.")
/* xgettext:no-c-format */
N_("17 times")
/* xgettext:no-c-format */
N_("Models that make pictures, sound or film as well as text grew 3.4 times.")
/* xgettext:no-c-format */
N_("3.4 times")
/* xgettext:no-c-format */
N_("Copies made smaller by rounding their numbers grew 5 times.")
/* xgettext:no-c-format */
N_("5 times")
/* xgettext:no-c-format */
N_("Models that use only some of their parts at a time (mixture of experts) grew 7 times.")
/* xgettext:no-c-format */
N_("Our data do not say of every model whether it is a mixture of experts.")
/* xgettext:no-c-format */
N_("7 times")
/* xgettext:no-c-format */
N_("The share of downloads of models whose training data can be had fell from 79.3 % to 39.8 %.")
/* xgettext:no-c-format */
N_("the years to 2022, and 2025")
/* xgettext:no-c-format */
N_("The Hub does not record whether training data can be had.")
/* xgettext:no-c-format */
N_("The share of downloads of models that say nothing of their training data rose from 9.8 % to 43.1 %.")
/* xgettext:no-c-format */
N_("The Hub does not record what a model says of its training data.")
/* xgettext:no-c-format */
N_("63 % of new adapted models are made from models from China.")
/* xgettext:no-c-format */
N_("2024 to 2025")
/* xgettext:no-c-format */
N_("The figure comes from a second hand that does not say which models it counts.")

/* editions/atom-2026.json */
/* xgettext:no-c-format */
N_("Counts language models only, from a list that the project keeps by hand. The project argues for open models from the United States. The figures are from summaries of the report.")
/* xgettext:no-c-format */
N_("The language models that the project follows were downloaded 2.04 billion times.")
/* xgettext:no-c-format */
N_("about 1,500 language models that the ATOM Project chose")
/* xgettext:no-c-format */
N_("all downloads to March 2026")
/* xgettext:no-c-format */
N_("This says how large the project’s own list is. Our data do not hold that list.")
/* xgettext:no-c-format */
N_("2.04 billion")
/* xgettext:no-c-format */
N_("Language models from China were downloaded 1.15 billion times.")
/* xgettext:no-c-format */
N_("1.15 billion")
/* xgettext:no-c-format */
N_("Language models from the United States were downloaded 723 million times.")
/* xgettext:no-c-format */
N_("723 million")
/* xgettext:no-c-format */
N_("Language models from China have been downloaded more often than those from the United States.")
/* xgettext:no-c-format */
N_("Models of Qwen were downloaded 942.1 million times.")
/* xgettext:no-c-format */
N_("942.1 million")
/* xgettext:no-c-format */
N_("Models of Llama were downloaded 476 million times.")
/* xgettext:no-c-format */
N_("476 million")
/* xgettext:no-c-format */
N_("NVIDIA’s Nemotron models were downloaded 30.7 million times in seven months.")
/* xgettext:no-c-format */
N_("August 2025 to March 2026")
/* xgettext:no-c-format */
N_("30.7 million")
/* xgettext:no-c-format */
N_("Models of the OLMo family were downloaded 14.8 million times.")
/* xgettext:no-c-format */
N_("14.8 million")
/* xgettext:no-c-format */
N_("Models of IBM’s Granite family were downloaded 8.6 million times.")
/* xgettext:no-c-format */
N_("8.6 million")
/* xgettext:no-c-format */
N_("Qwen passed Llama in all downloads so far.")
/* xgettext:no-c-format */
N_("all downloads to September 2025")
/* xgettext:no-c-format */
N_("Qwen before Llama, September 2025")
/* xgettext:no-c-format */
N_("China passed the United States in all downloads so far in July or August 2025.")
/* xgettext:no-c-format */
N_("all downloads to mid-2025")
/* xgettext:no-c-format */
N_("This is about the month in which it happened. It needs monthly lists of 2025, and the Hub does not publish old ones.")
/* xgettext:no-c-format */
N_("July or August 2025")
/* xgettext:no-c-format */
N_("The share of Qwen among the models that new ones are made from rose from 1 % to 69 %.")
/* xgettext:no-c-format */
N_("January 2024 to February 2026")
/* xgettext:no-c-format */
N_("The source counts only copies of models on its own list, month by month. Our data do not hold that list.")
/* xgettext:no-c-format */
N_("The share of Llama among the models that new ones are made from was 44 % at its height, in 2024.")
/* xgettext:no-c-format */
N_("On the service OpenRouter, the share of models from China rose from 2.8 % to more than 70 % within 14 months.")
/* xgettext:no-c-format */
N_("text written through the service OpenRouter")
/* xgettext:no-c-format */
N_("14 months to March 2026")
/* xgettext:no-c-format */
N_("This is about another service, not about the Hub.")
/* xgettext:no-c-format */
N_("2.8 % → more than 70 %")

/* editions/bourdois-2025.json */
/* xgettext:no-c-format */
N_("Counts all downloads since the beginning, and credits the account that uploaded a model.")
/* xgettext:no-c-format */
N_("There are 2,126,833 models on the Hub.")
/* xgettext:no-c-format */
N_("1 October 2025")
/* xgettext:no-c-format */
N_("All models together have been downloaded 45,438,836,957 times.")
/* xgettext:no-c-format */
N_("all downloads to 1 October 2025")
/* xgettext:no-c-format */
N_("45.4 billion")
/* xgettext:no-c-format */
N_("The 50 most downloaded developers have 80.22 % of all downloads.")
/* xgettext:no-c-format */
N_("The source joins the accounts of one developer by hand. Its list of accounts is not in a form that we can use.")
/* xgettext:no-c-format */
N_("The 1,000 most downloaded models have 77.89 % of all downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, those from the United States have 56.4 % of the downloads.")
/* xgettext:no-c-format */
N_("the 50 most downloaded developers")
/* xgettext:no-c-format */
N_("The source joins the accounts of one developer; we count each account by itself.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, those from Germany have 13.2 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, those from France have 9.3 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, those from China have 5.2 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, those from the EU have 24 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, companies have 63.2 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, universities have 20.7 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, single people have 12.1 % of the downloads.")
/* xgettext:no-c-format */
N_("Among the 50 most downloaded makers, non-profits have 3.8 % of the downloads.")
/* xgettext:no-c-format */
N_("The size is known for 77.76 % of all downloads.")
/* xgettext:no-c-format */
N_("The source knows a size when the model’s files state it; we also use a list, the name and the base model.")
/* xgettext:no-c-format */
N_("Models below 100 million parameters have 40.17 % of the downloads of models whose size is known.")
/* xgettext:no-c-format */
N_("Models below 1 billion parameters have 92.48 % of the downloads of models whose size is known.")
/* xgettext:no-c-format */
N_("Of the models of 1 billion parameters or more, those from the United States have 49.8 % of the downloads.")
/* xgettext:no-c-format */
N_("Of the models of 1 billion parameters or more, those from China have 24.2 % of the downloads.")
/* xgettext:no-c-format */
N_("Of the models of 1 billion parameters or more, those of Meta have 23.2 % of the downloads.")
/* xgettext:no-c-format */
N_("Of the models of 1 billion parameters or more, those of Alibaba have 20 % of the downloads.")
/* xgettext:no-c-format */
N_("Models that fill in a missing word have 22.3 % of the downloads.")
/* xgettext:no-c-format */
N_("The source counts the models of 50 developers; we count all models in our list.")
/* xgettext:no-c-format */
N_("Models that say what is in a picture have 11.1 % of the downloads.")
/* xgettext:no-c-format */
N_("Models that turn speech into text have 7 % of the downloads.")
/* xgettext:no-c-format */
N_("Of the downloads of language models, 79.46 % are of models for English.")
/* xgettext:no-c-format */
N_("The source reads the language from each model by hand where the page does not state it. Many pages do not.")

/* editions/waterfalls.json */
/* xgettext:no-c-format */
N_("How large is the share of models from China?")
/* xgettext:no-c-format */
N_("Three sources give 41 %, 17.1 % and 5.2 %. The Spring report counts the downloads of the past year. The paper “Economies of Open Intelligence” counts only the first year of each model. It credits the first author. The third counts all downloads so far, but only of the 50 most downloaded developers.")
/* xgettext:no-c-format */
N_("We begin with the newest data: downloads of 30 days, credited to the account that uploaded the model.")
/* xgettext:no-c-format */
N_("Models whose country is unclear are left out of the whole.")
/* xgettext:no-c-format */
N_("Copies count for the publisher of the model they are made from, and the unclear models are back.")
/* xgettext:no-c-format */
N_("The ATOM Project says who is where, instead of us; copies count for the uploader again.")
/* xgettext:no-c-format */
N_("Only models of 1 billion parameters or more, by our table again.")
/* xgettext:no-c-format */
N_("Models of every size, but only of the 50 most downloaded accounts.")
/* xgettext:no-c-format */
N_("All downloads since the beginning, in place of 30 days.")
/* xgettext:no-c-format */
N_("The downloads of 30 days of every model on the Hub on 2 July 2022, years earlier.")
/* xgettext:no-c-format */
N_("The downloads of the past year.")
/* xgettext:no-c-format */
N_("The Hub does not publish downloads by year. They can only be had by keeping lists for a year.")
/* xgettext:no-c-format */
N_("Only the downloads within a year of a model’s release.")
/* xgettext:no-c-format */
N_("The Hub does not publish when a download took place, so the first year of a model cannot be cut out.")
/* xgettext:no-c-format */
N_("Are models from China ahead of those from the United States?")
/* xgettext:no-c-format */
N_("The ATOM Report counts 1.15 billion downloads for China and 723 million for the United States. It counts language models only, from a list kept by hand, and all downloads to March 2026. Others count every kind of model.")
/* xgettext:no-c-format */
N_("We begin with all kinds of models and the downloads of 30 days: China divided by the United States.")
/* xgettext:no-c-format */
N_("Only models that write text.")
/* xgettext:no-c-format */
N_("The ATOM Project says who is where, instead of us.")
/* xgettext:no-c-format */
N_("Copies count for the publisher of the model they are made from.")
/* xgettext:no-c-format */
N_("All downloads so far count again, for the account that uploaded the model.")
/* xgettext:no-c-format */
N_("Only the language models on the ATOM Project’s own list.")
/* xgettext:no-c-format */
N_("The list is kept by hand and changes every week. Our data do not hold it.")
/* xgettext:no-c-format */
N_("How many models are hardly ever downloaded?")
/* xgettext:no-c-format */
N_("The Spring report says that about half of the models have fewer than 200 downloads ever. The Summer report says 85.6 %. Both cannot be right for the same set of models, and neither says which models it leaves out.")
/* xgettext:no-c-format */
N_("We begin with every model on the Hub on 2 July 2022 and the downloads of 30 days: the share with fewer than 200.")
/* xgettext:no-c-format */
N_("The share with no download at all in these 30 days.")
/* xgettext:no-c-format */
N_("Fewer than 200 again, but only models for the eleven most common tasks.")
/* xgettext:no-c-format */
N_("The newest list of every model, and all downloads since the beginning.")

/* series/series.json */
/* xgettext:no-c-format */
N_("Models on the Hub")
/* xgettext:no-c-format */
N_("models")
/* xgettext:no-c-format */
N_("all public models")
/* xgettext:no-c-format */
N_("Published counts, each with its own source")
/* xgettext:no-c-format */
N_("facts, no licence stated")
/* xgettext:no-c-format */
N_("The counts come from different people, who did not all count in the same way. Some are rounded.")
/* xgettext:no-c-format */
N_("New models of each month, by field")
/* xgettext:no-c-format */
N_("models whose page states a task")
/* xgettext:no-c-format */
N_("AI World, CEPS")
/* xgettext:no-c-format */
N_("Models that were deleted since are not in it. The last month may not be whole.")
/* xgettext:no-c-format */
N_("Models so far, by field")
/* xgettext:no-c-format */
N_("The last month, July 2025, is not whole. Models that were deleted since are not in it.")
/* xgettext:no-c-format */
N_("All downloads so far of 41 models")
/* xgettext:no-c-format */
N_("downloads")
/* xgettext:no-c-format */
N_("41 models that were chosen by hand")
/* xgettext:no-c-format */
N_("Open Model Evolution data, by way of gemas-ia")
/* xgettext:no-c-format */
N_("These are downloads of all time, so they may not be set beside downloads of 30 days. A count can fall.")
/* xgettext:no-c-format */
N_("Models so far of 24 companies")
/* xgettext:no-c-format */
N_("models with more than 500 downloads")
/* xgettext:no-c-format */
N_("AI World, CEPS, Open Source 2026")
/* xgettext:no-c-format */
N_("Only the weeks in which a company put something new on the Hub have a count. What had 500 downloads or fewer, or was deleted, is not in it.")
/* xgettext:no-c-format */
N_("Models, data sets and apps so far of 24 companies")
/* xgettext:no-c-format */
N_("repositories")
/* xgettext:no-c-format */
N_("models, data sets and apps with more than 500 downloads")
/* xgettext:no-c-format */
N_("New data sets of each year, by task")
/* xgettext:no-c-format */
N_("data sets")
/* xgettext:no-c-format */
N_("data sets whose page states a task")
/* xgettext:no-c-format */
N_("The year 2025 ends on 18 December.")
/* xgettext:no-c-format */
N_("Models by language")
/* xgettext:no-c-format */
N_("models whose page states the language, for the 21 most used languages")
/* xgettext:no-c-format */
N_("The source gives the year and not the day; here each count stands on the last day of its year. A model for several languages counts for each of them.")
/* xgettext:no-c-format */
N_("All downloads so far of data sets, by kind of publisher")
/* xgettext:no-c-format */
N_("data sets, not models")
/* xgettext:no-c-format */
N_("The kinds are those that publishers choose for themselves on the Hub. A count can fall.")

/* snapshots/snapshots.json */
/* xgettext:no-c-format */
N_("Hugging Face Hub, every model, as collected by huggingfaceR")
/* xgettext:no-c-format */
N_("MIT")
/* xgettext:no-c-format */
N_("Hugging Face Hub, the 300 most downloaded and the 300 most liked models, as listed by huggingface-trending")
/* xgettext:no-c-format */
N_("facts from the Hugging Face Hub API")
